export { applyEdit, applyEdits, isEditRefused } from './applyEdit.ts'
export { connectionsOf } from './connections.ts'
export {
  ancestorOf,
  childrenIndex,
  constructAt,
  constructOfKind,
  listConstructs,
  listOfKind,
  parentOf,
  parentReferenceOf,
  regionOf,
  subnetOf,
  subtreeOf,
  vpcOf,
  zoneOf,
} from './containment.ts'
export type {
  AccessRequest,
  Design,
  DesignFile,
  Expectation,
  PathName,
  Placement,
  SavedRequest,
  Symptom,
  VerdictKind,
} from './design.ts'
export { FORMAT, MOST_CONSTRUCTS, PATHS, SYMPTOMS, VERDICT_KINDS, VERSION } from './design.ts'
export type { ChangeEdit, Edit } from './edit.ts'
export { isLayoutOnly } from './edit.ts'
export { emptyDesign } from './emptyDesign.ts'
export { ATTACHMENT_STATES } from './kinds/common.ts'
export type { Field, OnDelete, Option, ReferenceField } from './kinds/definition.ts'
export { constructKinds, type Definition, definitionOf, definitions } from './kinds/definitions.ts'
export { shortServiceName } from './kinds/detailParts.ts'
export { formOf } from './kinds/forms/forms.ts'
export type { Connection, ConnectionKind } from './kinds/lines.ts'
export type { Construct, ConstructId, ConstructKind, ConstructOf } from './kinds/registry.ts'
export { newId } from './newId.ts'
export { type ParseResult, parseDesign, parseDesignValue } from './parse/parseDesign.ts'
export { parseRequest } from './parse/parseRequest.ts'
export type { Problem } from './parse/problem.ts'
export { copyConstructs } from './plans/copyConstructs.ts'
export { deletionProblem } from './plans/deletionProblem.ts'
export { describeDrop } from './plans/describeDrop.ts'
export type { LifeCycleStep } from './plans/endpointLifeCycle.ts'
export { endpointsOf, lifeCycleSteps } from './plans/endpointLifeCycle.ts'
export type { Plan } from './plans/plan.ts'
export { planAddition } from './plans/planAddition.ts'
export { planConnection } from './plans/planConnection.ts'
export { planMove } from './plans/planMove.ts'
export { type PastePlan, planPaste } from './plans/planPaste.ts'
export { planRemoval, removalProblem } from './plans/planRemoval.ts'
export { changeOf } from './plans/rewriteFields.ts'
export type { Reference } from './references.ts'
export { referencesOf } from './references.ts'
export { serialiseDesign } from './serialiseDesign.ts'
