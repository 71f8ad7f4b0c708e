import type { ConstructId } from '../model/kinds/registry.ts'

/** An API of Amazon API Gateway. Source: API Gateway guide, endpoint types, private REST APIs. */
export interface ApiNet {
  readonly id: ConstructId
  readonly isPrivate: boolean
  /** Endpoints that it is associated with: each gives it a name of its own. */
  readonly endpoints: ReadonlySet<ConstructId>
  /** `ID.execute-api.REGION.amazonaws.com` */
  readonly defaultName: string
  /** Off = the default name is answered with 403. */
  readonly defaultEndpoint: boolean
}
