import { isFields } from './fields.ts'
import type { ParsedFile } from './parseFile.ts'
import type { Source } from './source.ts'

/** What deploys a network, and is read by nobody here: said by its name, and what can be opened in its place. */
export const exportedSource: Source = {
  // among answers of the AWS CLI a template is one file more that says nothing
  fits: (files) => files.every((file) => isTemplate(file) || isScript(file)),
  read: (files) => ({
    ok: false,
    refusal: `${files.some(isTemplate) ? 'is a CloudFormation template' : 'is a shell script'}, which Hopwise exports and does not read. Open the design file that it was exported from, or deploy it and import what collect.sh then gathers from AWS`,
  }),
}

/** By what it says, or by its text: tags such as `!Sub` keep some templates from being read as plain YAML. */
const isTemplate = ({ text, value }: ParsedFile): boolean =>
  (isFields(value) && ('AWSTemplateFormatVersion' in value || isFields(value.Resources))) ||
  /^["']?AWSTemplateFormatVersion["']?\s*:/m.test(text) ||
  /^\s+["']?Type["']?\s*:\s*["']?(?:AWS|Custom)::\w/m.test(text)

const isScript = ({ text }: ParsedFile): boolean => text.startsWith('#!')
