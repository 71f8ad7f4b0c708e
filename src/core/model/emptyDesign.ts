import { type Design, FORMAT, VERSION } from './design.ts'
import { createConstruct } from './kinds/createConstruct.ts'

/** A design to begin with: one account and one Region, nothing in it. */
export function emptyDesign(title = 'Untitled design'): Design {
  return {
    format: FORMAT,
    version: VERSION,
    title,
    description: '',
    rulesAsOf: 'latest',
    constructs: {
      'account-1': createConstruct('account', 'account-1', 'Account 1', ''),
      'region-1': createConstruct('region', 'region-1', 'us-east-1', ''),
    },
    requests: [],
    layout: {},
  }
}
