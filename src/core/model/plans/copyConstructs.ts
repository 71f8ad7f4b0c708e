import * as z from 'zod/mini'
import type { DeepReadonly } from '../../base/deepReadonly.ts'
import { constructAt, subtreeOf } from '../containment.ts'
import { type Design, designFile, FORMAT, MOST_CONSTRUCTS, placement, VERSION } from '../design.ts'
import { idText } from '../kinds/common.ts'
import { type Construct, type ConstructId, constructSchema } from '../kinds/registry.ts'
import { liftDocument } from '../migrations/liftDocument.ts'
import { MOST_CHARACTERS } from '../parse/parseDesign.ts'

const SELECTION = 'hopwise-selection'
const selectionFile = z.strictObject({
  format: z.literal(SELECTION),
  version: z.literal(VERSION),
  constructs: z.array(constructSchema).check(z.minLength(1), z.maxLength(MOST_CONSTRUCTS)),
  layout: z.record(idText, placement),
})

/** Constructs on the clipboard, with the positions that they had. */
export type Selection = DeepReadonly<Pick<z.infer<typeof selectionFile>, 'constructs' | 'layout'>>

/** The constructs and all that lies in them as text for the clipboard. */
export function copyConstructs(design: Design, ids: readonly ConstructId[]): string {
  const chosen = [...new Set(ids.flatMap((id) => (constructAt(design, id) ? subtreeOf(design, id) : [])))].sort()
  return JSON.stringify({
    format: SELECTION,
    version: VERSION,
    constructs: chosen.map((id): Construct => design.constructs[id]!),
    layout: Object.fromEntries(chosen.flatMap((id) => (design.layout[id] ? [[id, design.layout[id]]] : []))),
  })
}

/** Reads what `copyConstructs` wrote, or a whole design file; null for any other text. */
export function readSelection(text: string): Selection | null {
  if (text.length > MOST_CHARACTERS) return null
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null // clipboards hold all kinds of text; what is not JSON was not copied here
  }
  if (typeof value !== 'object' || value === null || !('format' in value) || !('version' in value)) return null
  const { format, version } = value
  if (
    (format !== SELECTION && format !== FORMAT) ||
    !Number.isInteger(version) ||
    (version as number) < 1 ||
    (version as number) > VERSION
  )
    return null
  const document = liftDocument(value as Readonly<Record<string, unknown>>, version as number, VERSION)
  const result = (format === SELECTION ? selectionFile : designFile).safeParse(document)
  if (!result.success || new Set(result.data.constructs.map(({ id }) => id)).size < result.data.constructs.length)
    return null
  return { constructs: result.data.constructs, layout: result.data.layout }
}
