import { openDesignFile } from './exported/openDesignFile.ts'
import { isFields } from './fields.ts'
import type { Source } from './source.ts'

/** A file of Hopwise’s own. */
export const designSource: Source = {
  fits: ([file, ...more]) => more.length === 0 && isFields(file?.value) && 'format' in file.value,
  read: ([file]) => openDesignFile(file ?? { text: '', value: null, problem: 'no file', remarks: [] }),
}
