import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseDesign, serialiseDesign } from '../../model/index.ts'
import { importFiles } from '../importFiles.ts'
import { parseFile } from '../parseFile.ts'
import { type Json, MUTATIONS, mutate, stepsIn } from './testing/mutations.ts'

const CASES = new URL('./cases/', import.meta.url)
const TEMPLATES = readdirSync(CASES)
  .map((name) => new URL(`${name}/template.yaml`, CASES))
  .filter((url) => existsSync(url))
  .map((url) => parseFile({ path: 'template.yaml', text: readFileSync(url, 'utf8') }).value as Json)

interface Result {
  /** Files that come to nothing at all are refused, which tells of everything in them. */
  readonly refused: boolean
  /** All that comes of it, as one text. */
  readonly text: string
  readonly told: string
}

function resultOf(template: Json): Result {
  const bytes = new TextEncoder().encode(JSON.stringify(template))
  const imported = importFiles([{ path: 'template.json', bytes }])
  if (!imported.ok) {
    expect(String(imported.refusal)).not.toMatch(/^could not be read/)
    return { refused: true, text: JSON.stringify(imported.refusal), told: JSON.stringify(imported.refusal) }
  }
  expect(parseDesign(serialiseDesign(imported.design))).toMatchObject({ ok: true })
  const told = JSON.stringify(imported.report?.notes.map(({ message }) => message))
  return { refused: false, text: JSON.stringify(imported.design.constructs) + told, told }
}

const resourcesIn = (template: Json): Readonly<Record<string, Json>> => {
  const { Resources } = (template ?? {}) as { readonly Resources?: Json }
  return typeof Resources === 'object' && Resources !== null && !Array.isArray(Resources) ? Resources : {}
}
const without = (template: Json, id: string): Json => {
  const copy = structuredClone(template) as { Resources: Record<string, Json> }
  delete copy.Resources[id]
  return copy as unknown as Json
}

/** Resources of which nothing is left and nothing said, neither of them nor of one that they name. */
function silentIn(template: Json, { text, told }: Result): readonly string[] {
  const resources = resourcesIn(template)
  const all = Object.keys(resources)
  const isIn = (text: string, id: string) => new RegExp(`\\b${id.replace(/\W/g, '.')}\\b`).test(text)
  const isTold = (id: string) => isIn(told, id)
  return all.filter((id) => {
    const written = JSON.stringify(resources[id])
    return (
      !text.includes(`"${id}"`) &&
      !isTold(id) &&
      !all.some((other) => other !== id && isIn(written, other) && isTold(other))
    )
  })
}

const aTemplate = fc.constantFrom(...TEMPLATES)
const aMutation = fc.record({ at: fc.nat(), name: fc.constantFrom(...Object.keys(MUTATIONS)), other: fc.nat() })

test('no change of a template makes the import fail, or drops a resource in silence', { timeout: 240_000 }, () => {
  fc.assert(
    fc.property(
      aTemplate,
      fc.array(aMutation, { minLength: 1, maxLength: 3 }),
      fc.nat(),
      (template, mutations, which) => {
        let changed = template
        for (const { at, name, other } of mutations) {
          const places = stepsIn(changed)
          if (places.length > 0)
            changed = mutate(changed, places[at % places.length]!, name, places[other % places.length]!)
        }
        const result = resultOf(changed)
        const silent = result.refused ? [] : silentIn(changed, result)
        // what has no construct of its own shows in another
        const id = silent[which % Math.max(1, silent.length)]
        if (id !== undefined && resultOf(without(changed, id)).text === result.text)
          throw new Error(
            `${id} made no difference: ${JSON.stringify(resourcesIn(changed)[id])}; ${JSON.stringify(mutations)}`,
          )
      },
    ),
    { numRuns: 120, seed: 20_261_129 },
  )
})
test('nothing that a template says of a resource of its network is without consequence, or is told', {
  timeout: 240_000,
}, () => {
  const silent = TEMPLATES.flatMap((template) => {
    const result = resultOf(template)
    return silentIn(template, result).filter((id) => resultOf(without(template, id)).text === result.text)
  })
  expect(silent).toEqual([])
})
