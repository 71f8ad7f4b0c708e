// What works out the edits of gestures and commands, as one part that is fetched after the page itself.
export { dropTarget, growAncestors, planMoveTo, planPlaceAt } from '../../core/layout/index.ts'
export { describeDrop, planConnection } from '../../core/model/index.ts'
export { addConstruct } from './addConstruct.ts'
export { connect } from './connect.ts'
