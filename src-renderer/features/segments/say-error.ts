/** Why a segment could not be saved, in the user's words. */
import type { SegmentError } from '#renderer/data/segments.ts';
import type { Texts } from '#renderer/i18n/dictionaries.ts';
import { refusalText } from '#renderer/ui/refusal.ts';

export function segmentErrorText(
  error: SegmentError,
  texts: Texts['segments'],
  { refused }: Texts['ui'],
): string {
  switch (error.type) {
    case 'no-name':
      return texts.needsName;
    case 'name-taken':
      return texts.nameTaken;
    default:
      return refusalText(refused, error, texts.gone);
  }
}
