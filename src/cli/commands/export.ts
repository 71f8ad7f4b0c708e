import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { loadCatalogue } from '../../core/aws/index.ts'
import { EXPORT_FORMATS, exportDesign, isExportFormat } from '../../core/export/index.ts'
import type { Command } from '../command.ts'
import { loadSource } from '../loadSource.ts'
import { Unusable } from '../unusable.ts'

const IDS = EXPORT_FORMATS.map(({ id }) => id)

/** `export SOURCE --format FORMAT --out DIR`: writes the templates or scripts and lists them. */
export const exportCommand: Command = {
  usage: `export SOURCE --format ${IDS.join('|')} --out DIR`,
  summary: `writes ${EXPORT_FORMATS.map(({ summary }) => summary).join(' or ')}`,
  options: { format: { type: 'string' }, out: { type: 'string' } },
  async run({ positionals, values }, print) {
    if (positionals[0] === undefined) throw new Unusable('SOURCE is missing; see hopwise help')
    const format = values.format
    if (!isExportFormat(format)) throw new Unusable(`--format must be ${IDS.join(' or ')}`)
    if (typeof values.out !== 'string') throw new Unusable('--out DIR is missing')
    const design = await loadSource(positionals[0])
    const result = exportDesign(design, await loadCatalogue(), format)
    for (const file of result.files) {
      const path = join(values.out, file.path)
      try {
        await mkdir(dirname(path), { recursive: true })
        await writeFile(path, file.text, { mode: file.executable ? 0o755 : 0o644 })
      } catch (error) {
        throw new Unusable(`${path}: ${(error as Error).message}`)
      }
      print(path)
    }
    for (const remark of result.remarks) print(`note: ${remark.message}`)
    return 0
  },
}
