import { account } from './account.ts'
import { availabilityZone } from './availability-zone.ts'
import { awsService } from './aws-service.ts'
import { client } from './client.ts'
import type { ConstructKind, Definition } from './definition.ts'
import { dynamodbTable } from './dynamodb-table.ts'
import { gatewayEndpoint } from './gateway-endpoint.ts'
import { interfaceEndpoint } from './interface-endpoint.ts'
import { internetGateway } from './internet-gateway.ts'
import { internetHost } from './internet-host.ts'
import { natGateway } from './nat-gateway.ts'
import { networkAcl } from './network-acl.ts'
import { prefixList } from './prefix-list.ts'
import { region } from './region.ts'
import { routeTable } from './route-table.ts'
import { s3Bucket } from './s3-bucket.ts'
import { securityGroup } from './security-group.ts'
import { subnet } from './subnet.ts'
import { vpc } from './vpc.ts'

/** Every construct kind's definition, in the order of the palette. */
export const definitions: { readonly [K in ConstructKind]: Definition<K> } = {
  account,
  region,
  vpc,
  'availability-zone': availabilityZone,
  subnet,
  'route-table': routeTable,
  'internet-gateway': internetGateway,
  'nat-gateway': natGateway,
  'gateway-endpoint': gatewayEndpoint,
  'interface-endpoint': interfaceEndpoint,
  client,
  'security-group': securityGroup,
  'network-acl': networkAcl,
  'prefix-list': prefixList,
  'aws-service': awsService,
  's3-bucket': s3Bucket,
  'dynamodb-table': dynamodbTable,
  'internet-host': internetHost,
}

/** The definition of one kind. */
export const definitionOf = <K extends ConstructKind>(kind: K): Definition<K> => definitions[kind]

/** Every kind, in the order of the palette. */
export const constructKinds = Object.keys(definitions) as readonly ConstructKind[]
