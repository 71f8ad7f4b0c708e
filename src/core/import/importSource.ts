import type { Catalogue } from '../aws/catalogue.ts'
import type { Design, DesignSource } from '../model/design.ts'
import { cloudFormationSource } from './cloudformation/cloudFormationSource.ts'
import { parseFile } from './parseFile.ts'

/** The design that the source of another one comes to, read again; a sentence where it no longer comes to any. */
export function importSource({ files, parameters }: DesignSource, catalogue: Catalogue): Design | string {
  const parsed = files.map(({ path, text }) => parseFile({ path, text: text.replace(/^\ufeff/, ''), original: text }))
  const imported = cloudFormationSource.read(parsed, 'Source', [], { parameters, catalogue })
  if (imported.ok) return imported.design
  const { refusal } = imported
  return typeof refusal === 'string' ? refusal : refusal[0].message
}
