import type { Construct } from '../../../model/kinds/registry.ts'
import type { ImportResult } from '../../assemble.ts'
import { importDocuments } from './importDocuments.ts'

type Of<K extends Construct['kind']> = Extract<Construct, { kind: K }>

/** What a document comes to, with its constructs by id and its notes as texts. */
export function readDocument(
  document: unknown,
  path = 'plan.json',
): ImportResult & {
  at<K extends Construct['kind']>(kind: K, id: string): Of<K>
  readonly messages: readonly string[]
} {
  const result = importDocuments({ [path]: document })
  return {
    ...result,
    at: <K extends Construct['kind']>(_kind: K, id: string) => result.design.constructs[id] as Of<K>,
    messages: result.report.notes.map(({ kind, message }) => `${kind}: ${message}`),
  }
}
