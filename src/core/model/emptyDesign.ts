import { type Design, FORMAT, VERSION } from './design.ts'
import { definitions } from './kinds/definitions.ts'

/** A design to begin with: one account and one Region, nothing in it. */
export function emptyDesign(title = 'Untitled design'): Design {
  return {
    format: FORMAT,
    version: VERSION,
    title,
    description: '',
    rulesAsOf: 'latest',
    constructs: {
      'account-1': definitions.account.create('account-1', 'Account 1', ''),
      'region-1': definitions.region.create('region-1', 'us-east-1', ''),
    },
    requests: [],
    layout: {},
  }
}
