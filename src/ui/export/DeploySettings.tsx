import { Plus } from 'lucide-react'
import { ENVIRONMENT_NAME, type Environment, MOST_ENVIRONMENTS, misfit } from '../../core/model/index.ts'
import { Button } from '../kit/Button.tsx'
import { Section } from '../kit/Section.tsx'
import { EnvironmentFields } from './EnvironmentFields.tsx'
import { ExistingFields } from './ExistingFields.tsx'
import { NamesAndTags } from './NamesAndTags.tsx'
import { useDeploy } from './useDeploy.ts'

const USUAL = ['dev', 'test', 'prod'] as const
const environmentCalled = (name: string): Environment => ({
  name,
  accounts: {},
  regions: {},
  zones: {},
  blocks: {},
  names: {},
  existing: {},
})

/** How the design is deployed, the same for every format: environments, names and tags, what exists already. */
export function DeploySettings() {
  const [deploy, change] = useDeploy()
  const { environments } = deploy
  const names = environments.map(({ name }) => name)
  const next = [...USUAL, ...Array.from({ length: MOST_ENVIRONMENTS }, (_, index) => `env-${index + 1}`)].find(
    (name) => !names.includes(name),
  )
  const replace = (index: number, environment: Environment | null) =>
    change(environment ? 'Change an environment' : 'Remove an environment', {
      environments: environment ? environments.with(index, environment) : environments.toSpliced(index, 1),
    })
  return (
    <section
      aria-label="Environments and options"
      className="min-h-64 min-w-0 grow overflow-y-auto rounded-md border border-line"
    >
      <Section title="Environments" className="border-t-0">
        <p className="mb-2 text-soft text-xs">
          The same files deploy to each of them. What is left empty is as drawn; what lies in a VPC keeps its place in
          the block that the VPC has there.
        </p>
        {environments.map((environment, index) => (
          <EnvironmentFields
            // biome-ignore lint/suspicious/noArrayIndexKey: the name is what is edited
            key={index}
            environment={environment}
            nameProblem={(name) =>
              misfit(ENVIRONMENT_NAME, name) ??
              (names.some((other, at) => at !== index && other === name) ? 'Another environment has that name' : null)
            }
            onChange={(changed) => replace(index, changed)}
            onRemove={() => replace(index, null)}
          />
        ))}
        <Button
          icon={<Plus aria-hidden size={14} />}
          disabled={next === undefined || environments.length >= MOST_ENVIRONMENTS}
          onClick={() =>
            next && change('Add an environment', { environments: [...environments, environmentCalled(next)] })
          }
        >
          Add {next ?? 'an environment'}
        </Button>
      </Section>
      <Section title="Names and tags">
        <NamesAndTags />
      </Section>
      <Section title="What is made">
        <label className="mb-2 flex min-h-6 cursor-pointer items-center gap-2 text-xs">
          <input
            type="checkbox"
            checked={deploy.networkOnly}
            onChange={(event) => change('Choose what is exported', { networkOnly: event.target.checked })}
          />
          Network only: leave clients out
        </label>
        <label className="mb-2 flex min-h-6 cursor-pointer items-center gap-2 text-xs">
          <input
            type="checkbox"
            checked={deploy.sessionManager === true}
            disabled={deploy.networkOnly}
            onChange={(event) =>
              change('Choose what is exported', { sessionManager: event.target.checked || undefined })
            }
          />
          Session Manager: instances get a role by which it reaches them
        </label>
        <label className="mb-2 flex min-h-6 cursor-pointer items-center gap-2 text-xs">
          <input
            type="checkbox"
            checked={deploy.exportOutputs === true}
            onChange={(event) =>
              change('Choose what is exported', { exportOutputs: event.target.checked || undefined })
            }
          />
          Outputs of stacks are exports, which other stacks import
        </label>
        <ExistingFields />
      </Section>
    </section>
  )
}
