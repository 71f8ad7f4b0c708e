import * as z from 'zod/mini'
import type { DeepReadonly } from '../../base/index.ts'
import * as schemas from './schemas.ts'

/** The file form of every construct, told apart by `kind`. A new kind is one line here, one schema and one definition. */
export const constructSchema = z.discriminatedUnion('kind', [
  schemas.account,
  schemas.region,
  schemas.vpc,
  schemas.availabilityZone,
  schemas.subnet,
  schemas.routeTable,
  schemas.internetGateway,
  schemas.natGateway,
  schemas.securityGroup,
  schemas.networkAcl,
  schemas.prefixList,
  schemas.client,
  schemas.gatewayEndpoint,
  schemas.interfaceEndpoint,
  schemas.awsService,
  schemas.s3Bucket,
  schemas.dynamodbTable,
  schemas.internetHost,
])

export type Construct = DeepReadonly<z.infer<typeof constructSchema>>
export type ConstructId = string
export type ConstructKind = Construct['kind']
export type ConstructOf<K extends ConstructKind> = Extract<Construct, { kind: K }>
