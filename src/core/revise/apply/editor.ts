import type { Catalogue } from '../../aws/catalogue.ts'
import type { DesignSource } from '../../model/designSource.ts'
import type { WrittenItem } from '../items/item.ts'
import { openWritten, type Written } from '../items/openWritten.ts'
import { changeText } from '../text/changeText.ts'
import { type OpenText, openText } from '../text/openText.ts'
import type { TextChange } from '../text/textChange.ts'
import type { RevisedPlace } from '../types.ts'

/** Templates that are changed step by step, each step by what the one before has left. */
export interface Editor {
  /** The templates as they stand now. */
  written(): Written
  item(key: string): WrittenItem | undefined
  /** Makes changes, all or none; false where the text does not let them. */
  change(file: string, changes: readonly TextChange[], logicalId: string, words: string): boolean
  source(): DesignSource
  readonly places: RevisedPlace[]
}

const MARK = '\ufeff'

/** Opens the templates of a source for changes. A sentence where there are none. */
export function createEditor(first: DesignSource, catalogue: Catalogue): Editor | string {
  const opened = openWritten(first, catalogue)
  if (typeof opened === 'string') return opened
  let source = first
  let written: Written | null = opened
  let items: ReadonlyMap<string, WrittenItem> | null = null
  const open = new Map<string, OpenText>()
  const places: RevisedPlace[] = []
  const now = (): Written => {
    if (written === null) {
      const next = openWritten(source, catalogue)
      // each change is one that the text takes, so that it opens
      if (typeof next === 'string') throw new Error(next)
      written = next
      items = null
    }
    return written
  }
  return {
    places,
    written: now,
    item(key) {
      const { items: all } = now()
      items ??= new Map(all.map((one) => [one.key, one]))
      return items.get(key)
    },
    change(file, changes, logicalId, words) {
      const before = source.files.find(({ path }) => path === file)
      if (!before) return false
      const mark = before.text.startsWith(MARK) ? MARK : ''
      let text: OpenText | null = open.get(file) ?? openText(before.text.slice(mark.length))
      for (const one of changes) text = text && changeText(text, one)
      if (!text) return false
      open.set(file, text)
      const after = `${mark}${text.text}`
      source = {
        ...source,
        files: source.files.map((one) => (one.path === file ? { ...one, text: after } : one)),
      }
      written = null
      places.push({ file, logicalId, words })
      return true
    },
    source: () => source,
  }
}
