import type { Template } from '../template/readTemplate.ts'
import { asSection } from '../template/section.ts'
import { createContext } from './evaluateNode.ts'
import type { Declared, Frame } from './frame.ts'
import { valueText } from './valueText.ts'

/** Where CDK has written the template of a nested stack. */
const ASSET = 'aws:asset:path'

/**
 * The template among the files that a nested stack is made of, by the end of its address: the file of that name, and of several the one whose path
 * has most in common. A stack that would be nested in itself has none.
 */
export function findNested(
  templates: readonly Template[],
  parent: Frame,
  resource: Declared,
  chain: readonly string[],
): Template | null {
  const { TemplateURL } = resource.properties
  const url = valueText(createContext(parent).evaluate(TemplateURL))
  const written = [asSection(resource.metadata)[ASSET], typeof url === 'string' ? url : textsIn(TemplateURL).at(-1)]
  for (const one of written) {
    const found = typeof one === 'string' ? nearest(templates, parent.template.file, one) : null
    if (found) return chain.includes(found.file) ? null : found
  }
  return null
}

function nearest(templates: readonly Template[], from: string, url: string): Template | null {
  const wanted = partsOf(url.replace(/[?#].*$/, ''))
  const near = [...partsOf(from).slice(0, -1), ...wanted]
  const ranked = templates
    .filter(({ file }) => partsOf(file).at(-1) === wanted.at(-1))
    .map((template) => ({ template, rank: [sameEnd(partsOf(template.file), near), sameStart(template.file, from)] }))
    .sort(
      (a, b) => b.rank[0]! - a.rank[0]! || b.rank[1]! - a.rank[1]! || a.template.file.length - b.template.file.length,
    )
  return ranked[0]?.template ?? null
}

/** Folders of a path, without those that say where it starts. */
function partsOf(path: string): readonly string[] {
  const parts: string[] = []
  for (const part of path.split(/[/\\]/))
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  return parts
}

function sameEnd(a: readonly string[], b: readonly string[]): number {
  let count = 0
  while (count < a.length && count < b.length && a.at(-1 - count) === b.at(-1 - count)) count++
  return count
}
function sameStart(a: string, b: string): number {
  const [left, right] = [partsOf(a), partsOf(b)]
  const end = left.findIndex((part, index) => part !== right[index])
  return end < 0 ? left.length : end
}

/** Texts in a value that end in the name of a template, in their order. */
function textsIn(node: unknown): readonly string[] {
  if (typeof node === 'string') return /[\w.-]+\.(?:ya?ml|json|template)$/i.test(node) ? [node] : []
  return typeof node === 'object' && node !== null ? Object.values(node).flatMap(textsIn) : []
}
