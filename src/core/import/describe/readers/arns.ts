import { asText, idFrom } from '../../fields.ts'
import { loadBalancerId } from '../interfaces.ts'

/** The construct's id of a load balancer: `…:loadbalancer/net/NAME/HASH`. */
export function loadBalancerOfArn(arn: unknown): string | null {
  const [, type, name, hash] = /:loadbalancer\/(net|app|gwy)\/([^/]+)\/([^/]+)$/.exec(asText(arn) ?? '') ?? []
  return type && name && hash ? idFrom(loadBalancerId(type, name, hash)) : null
}

/** The construct's id of a target group: `…:targetgroup/NAME/HASH`. */
export function targetGroupOfArn(arn: unknown): string | null {
  const [, name, hash] = /:targetgroup\/([^/]+)\/([^/]+)$/.exec(asText(arn) ?? '') ?? []
  return name && hash ? idFrom(`tg-${name}-${hash}`) : null
}
