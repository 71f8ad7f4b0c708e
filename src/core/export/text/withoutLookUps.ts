/**
 * The text with a space in `{{resolve:`, which CloudFormation takes anywhere for a look-up of a secret or a parameter of the account.
 * Source: CloudFormation user guide, dynamic references; nothing escapes one.
 */
export const withoutLookUps = (text: string): string => text.replace(/\{\{(?=\s*resolve\s*:)/gi, '{ {')
