/** Every format, in the order in which the page offers them. A new one is a line here, a folder beside `cli/` and a line in `index.ts`. */
export const EXPORT_FORMATS = [
  { id: 'cloudformation', label: 'CloudFormation', summary: 'CloudFormation templates' },
  { id: 'terraform', label: 'Terraform', summary: 'Terraform modules' },
  { id: 'cli', label: 'AWS CLI', summary: 'AWS CLI scripts' },
  { id: 'powershell', label: 'PowerShell', summary: 'PowerShell scripts' },
] as const

export type ExportFormat = (typeof EXPORT_FORMATS)[number]['id']

/** Whether a text names a format. */
export const isExportFormat = (text: unknown): text is ExportFormat => EXPORT_FORMATS.some(({ id }) => id === text)
