import type { PartName } from './part.ts'

type ShareName = Extract<PartName, `${string}-share`>
/** The compiler names a forgotten one. */
const SHARES = {
  'subnet-share': true,
  'group-share': true,
  'transit-share': true,
  'rule-share': true,
  'filter-share': true,
  'profile-share': true,
  'configuration-share': true,
  'network-share': true,
} satisfies { readonly [N in ShareName]: true }

/** Parts by which AWS RAM shares something with other accounts. */
export const SHARE_NAMES = Object.keys(SHARES) as readonly ShareName[]
