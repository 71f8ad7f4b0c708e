import type { Catalogue } from '../aws/catalogue.ts'
import type { Design } from '../model/design.ts'
import type { DesignSource } from '../model/designSource.ts'
import { readTemplates } from './cloudformation/cloudFormationSource.ts'
import { parseFile } from './parseFile.ts'

/** The design that the source of another one comes to, read again; a clause where it no longer comes to any. */
export function importSource({ files, parameters }: DesignSource, catalogue: Catalogue): Design | string {
  const parsed = files.map(({ path, text }) => parseFile({ path, text: text.replace(/^\ufeff/, ''), original: text }))
  const broken = parsed.find(({ problem }) => problem !== null)
  if (broken) return `${broken.path}: ${broken.problem}`
  const imported = readTemplates(parsed, 'Source', [], { parameters, catalogue })
  return typeof imported === 'string' ? imported : imported.design
}
