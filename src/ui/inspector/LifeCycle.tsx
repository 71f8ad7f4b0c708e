import { type Construct, endpointsOf, lifeCycleSteps } from '../../core/model/index.ts'
import { LifeCycleButtons } from '../constructs/LifeCycleButtons.tsx'
import { nameOfConstruct } from '../kit/nameOfConstruct.ts'
import { PlaceLink } from '../kit/PlaceLink.tsx'
import { Section } from '../kit/Section.tsx'
import { useDesign } from '../kit/useStore.ts'

/** What can be done about a connection in its present state and, for an endpoint service, about each endpoint that leads to it. */
export function LifeCycle({ construct }: { readonly construct: Construct }) {
  const design = useDesign((state) => state.design)
  const steps = lifeCycleSteps(design, construct)
  const endpoints = construct.kind === 'endpoint-service' ? endpointsOf(design, construct.id) : []
  if (steps.length === 0 && endpoints.length === 0) return null
  return (
    <Section title="Life cycle">
      {steps.some(({ action }) => action === 'finish') && (
        <p className="mb-1.5 text-soft text-xs leading-4">
          AWS is at work on it. For real that ends by itself after a minute or two; here it waits for you.
        </p>
      )}
      {steps.length > 0 && (
        <div className="flex flex-wrap gap-1.5">
          <LifeCycleButtons construct={construct} steps={steps} />
        </div>
      )}
      {endpoints.length > 0 && (
        <ul aria-label="Connections" className="mt-1 flex flex-col gap-2 text-xs">
          {endpoints.map((endpoint) => (
            <li key={endpoint.id}>
              <PlaceLink origin={{ construct: endpoint.id, path: [] }}>{nameOfConstruct(endpoint)}</PlaceLink>
              <span className="text-faint"> · {endpoint.state}</span>
              <div className="mt-1 flex flex-wrap gap-1.5">
                <LifeCycleButtons
                  construct={endpoint}
                  steps={lifeCycleSteps(design, endpoint).filter(({ by }) => by !== 'consumer')}
                />
              </div>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
