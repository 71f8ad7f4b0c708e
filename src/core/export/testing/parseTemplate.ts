import { parseDocument, type ScalarTag } from 'yaml'

const tag = (name: string, read: (text: string) => unknown): ScalarTag => ({ tag: name, resolve: (text) => read(text) })

/** A template as CloudFormation reads it: YAML 1.1, short forms turned into long ones. */
export function parseTemplate(yaml: string): Record<string, never> {
  const customTags = [
    tag('!Ref', (text) => ({ Ref: text })),
    tag('!Sub', (text) => ({ 'Fn::Sub': text })),
    tag('!GetAtt', (text) => ({ 'Fn::GetAtt': text.split('.') })),
  ]
  const document = parseDocument(yaml, { version: '1.1', customTags })
  if (document.errors[0]) throw document.errors[0]
  return document.toJS() as Record<string, never>
}
