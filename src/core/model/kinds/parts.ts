import type { ReferenceField } from './definition.ts'

/** What many sheets say in the same way. */

export const inVpc = { path: 'vpc', kinds: ['vpc'] } as const
export const inRegion = { path: 'region', kinds: ['region'] } as const
export const ofVpc: ReferenceField = { ...inVpc, onDelete: 'delete-holder' }
export const ofRegion: ReferenceField = { ...inRegion, onDelete: 'delete-holder' }
export const ofAccount: ReferenceField = { path: 'account', kinds: ['account'], onDelete: 're-point' }
export const ofGroups: ReferenceField = {
  path: 'securityGroups[]',
  kinds: ['security-group'],
  onDelete: 'remove-entry',
}
/** Subnets as a list of ids. */
export const ofSubnets: ReferenceField = { path: 'subnets[]', kinds: ['subnet'], onDelete: 'remove-entry' }
/** Subnets as rows, each with addresses of its own. */
export const ofSubnetRows: ReferenceField = { path: 'subnets[].subnet', kinds: ['subnet'], onDelete: 'remove-entry' }

export const ofEndpointService: ReferenceField = {
  path: 'endpointService',
  kinds: ['endpoint-service'],
  onDelete: 'clear',
}
