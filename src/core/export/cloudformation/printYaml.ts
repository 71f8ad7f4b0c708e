import { Document, Scalar, type ScalarTag } from 'yaml'
import type { TreeObject } from './resource.ts'

/** An intrinsic function that reads better in its short form; `write` gives the text after the tag. */
const shortForm = (tag: string, key: string, write: (value: unknown) => string | null): ScalarTag => ({
  tag,
  identify: (value) => textOf(value, key, write) !== null,
  resolve: (text) => text,
  createNode: (_, value) => new Scalar(textOf(value, key, write)),
})

function textOf(value: unknown, key: string, write: (value: unknown) => string | null): string | null {
  if (typeof value !== 'object' || value === null) return null
  const [only, ...others] = Object.entries(value)
  return only?.[0] === key && others.length === 0 ? write(only[1]) : null
}

const asText = (value: unknown): string | null => (typeof value === 'string' ? value : null)
const TAGS: ScalarTag[] = [
  shortForm('!Ref', 'Ref', asText),
  shortForm('!Sub', 'Fn::Sub', asText),
  shortForm('!GetAtt', 'Fn::GetAtt', (value) => (Array.isArray(value) ? value.join('.') : null)),
]

/**
 * A template as YAML, as lines by the name of each section. Version 1.1, because CloudFormation reads that one: texts such as `yes` or
 * `2012-10-17` must be quoted. Lines are never folded, and equal parts are written out each time (CloudFormation takes no aliases).
 */
export const printSections = (template: TreeObject): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(template).map(([name, section]) => [
      name,
      new Document({ [name]: section }, { version: '1.1', customTags: TAGS, aliasDuplicateObjects: false }).toString({
        lineWidth: 0,
        directives: false,
      }),
    ]),
  )

/** A template as YAML. */
export const printYaml = (template: TreeObject): string => [...printSections(template).values()].join('')
