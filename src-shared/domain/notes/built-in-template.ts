/** A template that Kizuna brings. */
export interface BuiltInTemplate {
  /** `NAME.LANGUAGE`; a user's own version of it is stored under the same id. */
  readonly id: string;
  readonly name: string;
  readonly language: 'en' | 'ja';
  readonly kind: string;
  readonly body: string;
}
