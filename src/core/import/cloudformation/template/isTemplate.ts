import { isFields } from '../../fields.ts'

const HEAD = /^[\s{]*["']?AWSTemplateFormatVersion["']?\s*:/m
const RESOURCE = /^\s+["']?Type["']?\s*:\s*["']?(?:AWS|Custom|Alexa)::\w/m
/** `Vpc: {Type: AWS::EC2::VPC, …}` */
const IN_BRACES = /[{,]\s*["']?Type["']?\s*:\s*["']?(?:AWS|Custom|Alexa)::\w/

/** Whether a text looks like a template: some tags keep it from being read as plain YAML or JSON. */
export const isTemplateText = (text: string): boolean =>
  HEAD.test(text) || (/^[\s{]*["']?Resources["']?\s*:/m.test(text) && (RESOURCE.test(text) || IN_BRACES.test(text)))

/** Whether what a file says is a CloudFormation template. */
export function isTemplate({ text, value }: { readonly text: string; readonly value: unknown }): boolean {
  if (!isFields(value)) return isTemplateText(text)
  if ('AWSTemplateFormatVersion' in value) return true
  const { Resources } = value as { readonly Resources?: unknown }
  return (
    isFields(Resources) &&
    (Object.keys(value).every((key) => SECTIONS.has(key)) ||
      Object.values(Resources).some((one) => isFields(one) && typeof (one as { Type?: unknown }).Type === 'string'))
  )
}

/** What a template may have at its top. Source: AWS CloudFormation user guide, template sections; AWS SAM specification. */
export const SECTIONS: ReadonlySet<string> = new Set([
  'AWSTemplateFormatVersion',
  'Description',
  'Metadata',
  'Parameters',
  'Rules',
  'Mappings',
  'Conditions',
  'Transform',
  'Globals',
  'Resources',
  'Outputs',
  'Hooks',
])
