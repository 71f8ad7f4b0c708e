import type { Field } from '../definition.ts'

/** What roles and users of IAM are called by. */
export const nameField = <const K extends string>(key: K, label: string, most: number, noun: string) =>
  ({
    key,
    label,
    input: 'text',
    rule: (text: string) =>
      new RegExp(`^[\\w+=,.@-]{1,${most}}$`).test(text)
        ? null
        : `“${text}” is no ${noun}: 1 to ${most} letters, digits and +=,.@_-`,
  }) as const satisfies Field

export const pathField = (example: string) =>
  ({
    key: 'path',
    label: 'Path',
    input: 'text',
    help: `Part of its ARN: ${example}.`,
    rule: (text: string) =>
      /^\/(?:[!-~]+\/)?$/.test(text) ? null : `“${text}” is no path: it begins and ends with a slash`,
  }) as const satisfies Field

export const tagRows = {
  key: 'tags',
  label: 'Tags',
  input: 'rows',
  rowLabel: 'Tag',
  most: 50,
  blank: { key: 'team', value: '' },
  help: 'Policies read them as aws:PrincipalTag/KEY.',
  of: [
    { key: 'key', label: 'Key', input: 'text' },
    { key: 'value', label: 'Value', input: 'text', optional: true },
  ],
} as const satisfies Field
