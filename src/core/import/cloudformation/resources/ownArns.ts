import { partitionOf } from '../partitionOf.ts'
import type { Evaluated } from '../stack.ts'
import type { Referred } from './resourceType.ts'
import { textOf } from './values.ts'

/** What AWS calls it: a property says it, else its id; of an ARN or a URL that stands for the id, the end. */
export const own =
  (member: string) =>
  (one: Referred): string =>
    textOf(one.property(member)) ??
    (/^(?:arn:|https:)/.test(one.id)
      ? one.id.slice(Math.max(one.id.lastIndexOf('/'), one.id.lastIndexOf(':')) + 1)
      : one.id)

/** Its ARN: the one that is known, else made of its name. */
export const arn =
  (service: string, what: string, name: string, place: 'region' | 'account' = 'region') =>
  (one: Referred): string =>
    one.id.startsWith('arn:')
      ? one.id
      : `arn:${partitionOf(one.region).name}:${service}:${place === 'region' ? one.region : ''}:${one.account}:${what}${own(name)(one)}`

/** The same with the path that identities have in front of their names. */
export const arnWithPath =
  (what: string, name: string) =>
  (one: Referred): string =>
    arn('iam', `${what}${textOf(one.property('Path')) ?? '/'}`, name, 'account')(one)

export const id = (one: Referred): Evaluated => one.id
