import type { Construct } from '../../model/kinds/registry.ts'
import { addRemark, type Planning } from './planning.ts'

/** A policy is written as it is, and may name what stands elsewhere by then. */
export function remarkPolicy(planning: Planning, construct: Construct & { readonly policy: string | null }): void {
  const { policy } = construct
  if (policy === null) return
  const ids = policy.match(/\b(?:vpce?|subnet|sg|eni|i)-[0-9a-f]{8,17}\b|(?<=:)\d{12}(?=:)/g) ?? []
  const named = [...new Set(ids)].filter((id) => id !== planning.accountId)
  addRemark(
    planning,
    construct,
    named.length === 0
      ? 'its policy is written letter by letter.'
      : `its policy is written letter by letter, and so it names ${named.slice(0, 5).join(', ')}${named.length > 5 ? ' and more' : ''} as before, whatever is made here.`,
  )
}
