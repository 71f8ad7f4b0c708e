import { assertNever } from '../core/base/index.ts'
import type { Edit } from '../core/model/index.ts'
import type { Turn } from './history.ts'

interface Named {
  readonly id: string
}
/** A design file in the making, of whatever version. */
interface PlainFile {
  readonly file: Record<string, unknown>
  readonly constructs: Record<string, Named>
  readonly layout: Record<string, unknown>
  requests: Named[]
}

/**
 * The document that a design file becomes when turns are taken on it again. Nothing is held to the schema here: file and turns may be of an
 * older version of the format, and the whole is lifted and parsed afterwards. Throws where the text is no design file.
 */
export function replay(text: string, turns: readonly Pick<Turn, 'edits'>[]): unknown {
  const { constructs, layout, requests, ...file } = JSON.parse(text) as Record<string, unknown>
  const plain: PlainFile = {
    file,
    constructs: Object.fromEntries((constructs as readonly Named[]).map((one) => [one.id, one])),
    layout: { ...(layout as object | undefined) },
    requests: [...((requests as readonly Named[] | undefined) ?? [])],
  }
  for (const { edits } of turns) for (const edit of edits) editPlain(plain, edit)
  return {
    ...file,
    constructs: Object.values(plain.constructs),
    layout: plain.layout,
    requests: plain.requests,
  }
}

/** As `applyEdit` of the core does it, for edits that are known to have fitted. */
function editPlain(plain: PlainFile, edit: Edit): void {
  const { file, constructs, layout } = plain
  switch (edit.kind) {
    case 'add':
      constructs[edit.construct.id] = edit.construct
      if (edit.placement) layout[edit.construct.id] = edit.placement
      return
    case 'remove':
      delete constructs[edit.id]
      delete layout[edit.id]
      return
    case 'change':
      constructs[edit.id] = { ...constructs[edit.id]!, ...edit.fields }
      return
    case 'place':
      if (edit.placement) layout[edit.id] = edit.placement
      else delete layout[edit.id]
      return
    case 'settings':
      Object.assign(file, edit.fields)
      return
    case 'save-request': {
      const standing = plain.requests.findIndex(({ id }) => id === edit.request.id)
      if (standing >= 0) plain.requests[standing] = edit.request
      else plain.requests.splice(edit.index ?? plain.requests.length, 0, edit.request)
      return
    }
    case 'forget-request':
      plain.requests = plain.requests.filter(({ id }) => id !== edit.id)
      return
    default:
      assertNever(edit)
  }
}
