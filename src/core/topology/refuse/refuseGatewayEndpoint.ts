import type { ConstructOf } from '../../model/kinds/registry.ts'
import { isMade, type Refusal } from './refusal.ts'

/** Why AWS would not make a gateway endpoint as it is drawn, where it has routes all the same. Source: DynamoDB guide: its gateway endpoints carry IPv4. */
export const refuseGatewayEndpoint = ({
  id,
  service,
  ipAddressType,
}: ConstructOf<'gateway-endpoint'>): Refusal | null =>
  service.endsWith('.dynamodb') && ipAddressType !== 'ipv4' && !isMade(id)
    ? {
        check: 'address-type-not-supported',
        at: { construct: id, path: ['ipAddressType'] },
        message: 'gateway endpoints for DynamoDB carry IPv4 alone',
      }
    : null
