export { applyEdit, applyEdits, isEditRefused } from './applyEdit.ts'
export { connectionsOf } from './connections.ts'
export {
  childrenIndex,
  constructAt,
  constructOfKind,
  listConstructs,
  listOfKind,
  parentOf,
  regionOf,
  subtreeOf,
  vpcOf,
} from './containment.ts'
export { deployOf } from './deployOf.ts'
export {
  ACCOUNT_NUMBER,
  DEPLOYMENT_NAME,
  ENVIRONMENT_NAME,
  EXISTING_ID,
  MOST_ENVIRONMENTS,
  misfit,
  REGION_CODE,
  type TextForm,
} from './deploySettings.ts'
export type {
  AccessRequest,
  ApiCall,
  DeploySettings,
  Design,
  Environment,
  Expectation,
  PathName,
  SavedRequest,
  Symptom,
  VerdictKind,
} from './design.ts'
export { FORMAT, PATHS, SYMPTOMS, VERDICT_KINDS, VERSION } from './design.ts'
export type { DesignSource } from './designSource.ts'
export type { ChangeEdit, Edit } from './edit.ts'
export { isLayoutOnly } from './edit.ts'
export { emptyDesign } from './emptyDesign.ts'
export { type Addable, addables, isAddable, readAddable, wordsOfAddable } from './kinds/addables.ts'
export { createConstruct } from './kinds/createConstruct.ts'
export type { Field } from './kinds/definition.ts'
export { constructKinds, type Definition, definitionOf, definitions } from './kinds/definitions.ts'
export { formOf } from './kinds/forms/forms.ts'
export type { Connection, ConnectionKind } from './kinds/lines.ts'
export type { PolicyUse } from './kinds/policyUse.ts'
export type { Construct, ConstructId, ConstructKind, ConstructOf } from './kinds/registry.ts'
export { RESOURCE_SHAPES, readResourceArn, resourceArn } from './kinds/resourceShapes.ts'
export { nameIn } from './nameIn.ts'
export { newId } from './newId.ts'
export { parseDesign, parseDesignValue } from './parse/parseDesign.ts'
export { parseRequest } from './parse/parseRequest.ts'
export type { Problem } from './parse/problem.ts'
export { copyConstructs } from './plans/copyConstructs.ts'
export { describeDrop } from './plans/describeDrop.ts'
export type { LifeCycleStep } from './plans/endpointLifeCycle.ts'
export { endpointsOf, lifeCycleSteps } from './plans/endpointLifeCycle.ts'
export { planConnection } from './plans/planConnection.ts'
export { planPaste } from './plans/planPaste.ts'
export { planRemoval, removalProblem } from './plans/planRemoval.ts'
export { referencesOf } from './references.ts'
export { serialiseDesign } from './serialiseDesign.ts'
