import { Trash2 } from 'lucide-react'
import {
  ACCOUNT_NUMBER,
  DEPLOYMENT_NAME,
  type Environment,
  EXISTING_ID,
  listOfKind,
  misfit,
  REGION_CODE,
  type TextForm,
} from '../../core/model/index.ts'
import { blockOf } from '../../core/net/index.ts'
import { IconButton } from '../kit/IconButton.tsx'
import { TextField } from '../kit/TextField.tsx'
import { useDesign } from '../kit/useStore.ts'
import { useDeploy } from './useDeploy.ts'

interface EnvironmentFieldsProps {
  readonly environment: Environment
  readonly nameProblem: (name: string) => string | null
  readonly onChange: (environment: Environment) => void
  readonly onRemove: () => void
}

/** One environment: its name, and what is other there than drawn. Fields that are empty say what is drawn. */
export function EnvironmentFields({ environment, nameProblem, onChange, onRemove }: EnvironmentFieldsProps) {
  const design = useDesign((state) => state.design)
  const [deploy] = useDeploy()
  const { name } = environment
  const orEmpty = (form: TextForm) => (text: string) => (text === '' ? null : misfit(form, text))
  const setIn = (record: 'accounts' | 'regions' | 'existing', id: string, value: string) => {
    const { [id]: _, ...others } = environment[record]
    onChange({ ...environment, [record]: value === '' ? others : { ...others, [id]: value } })
  }
  const setBlock = (id: string, index: number, value: string) => {
    const { [id]: before = [], ...others } = environment.blocks
    const blocks = Array.from({ length: Math.max(before.length, index + 1) }, (_, at) => before[at] ?? '').with(
      index,
      value,
    )
    onChange({
      ...environment,
      blocks: blocks.every((block) => block === '') ? others : { ...others, [id]: blocks },
    })
  }
  const blocks = [
    ...listOfKind(design, 'vpc').flatMap((vpc) => vpc.cidrs.map((cidr, index) => ({ of: vpc, cidr, index }))),
    ...listOfKind(design, 'subnet').flatMap((subnet) =>
      subnet.cidr === null ? [] : [{ of: subnet, cidr: subnet.cidr, index: 0 }],
    ),
  ]
  return (
    <fieldset className="mb-3 rounded-md border border-line p-2">
      <legend className="px-1 font-medium text-xs">{name}</legend>
      <div className="grid gap-2 sm:grid-cols-2">
        <TextField
          label="Environment name"
          mono
          value={name}
          maxLength={16}
          problem={nameProblem}
          onCommit={(text) => onChange({ ...environment, name: text })}
        />
        <TextField
          label={`Deployment name in ${name}`}
          mono
          value={environment.deployment ?? ''}
          placeholder={`that of the design, and -${name}`}
          maxLength={32}
          problem={orEmpty(DEPLOYMENT_NAME)}
          onCommit={(text) => {
            const { deployment: _, ...others } = environment
            onChange(text === '' ? others : { ...others, deployment: text })
          }}
        />
        {listOfKind(design, 'account').map((account) => (
          <TextField
            key={account.id}
            label={`Account ${account.name || account.id} in ${name}`}
            mono
            value={environment.accounts[account.id] ?? ''}
            placeholder={account.accountId}
            maxLength={12}
            problem={orEmpty(ACCOUNT_NUMBER)}
            onCommit={(text) => setIn('accounts', account.id, text)}
          />
        ))}
        {listOfKind(design, 'region').map((region) => (
          <TextField
            key={region.id}
            label={`Region ${region.code} in ${name}`}
            mono
            value={environment.regions[region.id] ?? ''}
            placeholder={region.code}
            maxLength={40}
            problem={orEmpty(REGION_CODE)}
            onCommit={(text) => setIn('regions', region.id, text)}
          />
        ))}
        {blocks.map(({ of, cidr, index }) => (
          <TextField
            key={`${of.id} ${index}`}
            label={`Block ${cidr} of ${of.name || of.id} in ${name}`}
            mono
            value={environment.blocks[of.id]?.[index] ?? ''}
            placeholder={of.kind === 'subnet' ? 'moves with its VPC' : cidr}
            maxLength={18}
            problem={(text) =>
              text === '' || typeof blockOf(text)?.base === 'number' ? null : 'An IPv4 block such as 10.1.0.0/16'
            }
            onCommit={(text) => setBlock(of.id, index, text)}
          />
        ))}
        {Object.keys(deploy.existing).map((id) => (
          <TextField
            key={id}
            label={`Id of ${design.constructs[id]?.name || id} in ${name}`}
            mono
            value={environment.existing[id] ?? ''}
            placeholder={deploy.existing[id] || 'made here'}
            maxLength={128}
            problem={orEmpty(EXISTING_ID)}
            onCommit={(text) => setIn('existing', id, text)}
          />
        ))}
      </div>
      <IconButton
        label={`Remove the environment ${name}`}
        icon={<Trash2 aria-hidden size={14} />}
        onClick={onRemove}
        className="mt-2"
      />
    </fieldset>
  )
}
