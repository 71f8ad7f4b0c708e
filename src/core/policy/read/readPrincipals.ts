import type { Node } from 'jsonc-parser'
import type { Principals } from '../document.ts'
import { readPrincipal } from '../principal.ts'
import type { Reading } from './reading.ts'

const KINDS = ['AWS', 'Service', 'Federated', 'CanonicalUser'] as const
const ACCOUNT = /^\d{12}$/
/** What AWS makes of the ARN of somebody who was deleted. Source: IAM guide, unique identifiers. */
const UNIQUE_ID = /^A(?:ROA|IDA|GPA|NPA|CCA)[A-Z0-9]+$/

/** A distribution’s identity, which no case names. Source: CloudFront guide, restricting access to an S3 origin, origin access identity. */
const ORIGIN_IDENTITY = /^arn:[\w-]+:iam::cloudfront:user\/CloudFront Origin Access Identity \w+$/

/** Reads `Principal` and `NotPrincipal`. Source: IAM guide, JSON policy elements, Principal: wildcards stand for all or for nothing, never for a part. */
export function readPrincipals(node: Node, reading: Reading): Principals | null {
  if (node.type === 'string') {
    if (node.value === '*') return '*'
    reading.tell(node, `Principal is “${node.value}”; it is "*", or an object such as {"AWS": "111122223333"}`)
    return null
  }
  const kinds = reading.members(node, 'Principal', KINDS)
  if (!kinds) return null
  if (kinds.size === 0) reading.tell(node, 'Principal names nobody')
  const lists = [...kinds].map(([kind, one]) => {
    const texts = reading.texts(one, kind)
    if (kind === 'AWS') for (const text of texts) tellUnlike(text, one, reading)
    return [kind, texts] as const
  })
  return Object.fromEntries(lists)
}

function tellUnlike(text: string, node: Node, reading: Reading): void {
  if (text === '*' || ORIGIN_IDENTITY.test(text) || ACCOUNT.test(text) || UNIQUE_ID.test(text) || readPrincipal(text))
    return
  reading.tell(
    node,
    `“${text}” is no principal: "*", an account, or the ARN of a role, a session, a user or an account’s root`,
  )
}
