/** Why a segment could not be saved, in the user's words. */
import type { SegmentError } from '#renderer/data/segments.ts';
import type { Texts } from '#renderer/i18n/dictionaries.ts';
import { assertNever } from '#shared/base/assert-never.ts';

export function segmentErrorText(error: SegmentError, texts: Texts['segments']): string {
  switch (error.type) {
    case 'no-name':
      return texts.needsName;
    case 'name-taken':
      return texts.nameTaken;
    case 'read-only':
      return texts.readOnly;
    case 'no-such-record':
      return texts.gone;
    case 'store-failed':
      return texts.failed;
    default:
      return assertNever(error);
  }
}
