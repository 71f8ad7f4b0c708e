import { asText, idFrom, isId } from '../../fields.ts'
import { loadBalancerId } from '../interfaces.ts'

/** The construct's id of a load balancer: `…:loadbalancer/net/NAME/HASH`; one that is to be made goes by its id. */
export function loadBalancerOfArn(arn: unknown): string | null {
  const text = asText(arn) ?? ''
  const [, type, name, hash] = /:loadbalancer\/(net|app|gwy)\/([^/]+)\/([^/]+)$/.exec(text) ?? []
  return type && name && hash ? idFrom(loadBalancerId(type, name, hash)) : isId(text) ? text : null
}

/** The construct's id of a target group: `…:targetgroup/NAME/HASH`; one that is to be made goes by its id. */
export function targetGroupOfArn(arn: unknown): string | null {
  const text = asText(arn) ?? ''
  const [, name, hash] = /:targetgroup\/([^/]+)\/([^/]+)$/.exec(text) ?? []
  return name && hash ? idFrom(`tg-${name}-${hash}`) : isId(text) ? text : null
}
