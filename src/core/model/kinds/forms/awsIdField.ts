/** What AWS calls it, which policies read. */
export const awsIdField = {
  key: 'awsId',
  label: 'AWS’s own id',
  input: 'text',
  optional: true,
  help: 'As AWS prints it: policies read it. Empty: not known.',
} as const
