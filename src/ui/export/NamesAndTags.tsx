import { Trash2 } from 'lucide-react'
import { listConstructs } from '../../core/model/index.ts'
import { IconButton } from '../kit/IconButton.tsx'
import { TextField } from '../kit/TextField.tsx'
import { useDesign } from '../kit/useStore.ts'
import { useDeploy } from './useDeploy.ts'

/** The naming pattern with an example, and the person's own tags. */
export function NamesAndTags() {
  const [deploy, change] = useDeploy()
  const { tags } = deploy
  const example = useDesign((state) => listConstructs(state.design).find(({ kind }) => kind === 'vpc'))
  const environment = deploy.environments[0]?.name ?? 'dev'
  const preview = deploy.naming
    .replaceAll('{env}', environment)
    .replaceAll('{name}', example?.name || 'main')
    .replaceAll('{id}', example?.id ?? 'vpc-1')
    .replaceAll('{kind}', 'VPC')
  const setTag = (key: string, value: string | null) => {
    const { [key]: _, ...others } = tags
    change('Change the tags', { tags: value === null ? others : { ...others, [key]: value } })
  }
  return (
    <div className="flex flex-col gap-2">
      <TextField
        label="Names"
        mono
        value={deploy.naming}
        maxLength={200}
        help={`{name}, {id}, {kind} and {env} stand for those. A VPC reads “${preview}”, ${preview.length} of 256 characters.`}
        problem={(text) =>
          !/\{(name|id)\}/.test(text)
            ? 'It has to hold {name} or {id}'
            : /[{}]/.test(text.replace(/\{(env|name|id|kind)\}/g, ''))
              ? 'It may hold {env}, {name}, {id} and {kind} only'
              : null
        }
        onCommit={(naming) => change('Change how things are named', { naming })}
      />
      {Object.entries(tags).map(([key, value]) => (
        <div key={key} className="flex items-end gap-2">
          <TextField
            label={`Tag ${key}`}
            value={value}
            maxLength={200}
            className="grow"
            help="{env} stands for the environment."
            problem={(text) =>
              /^(?:[\p{L}\p{N} _.:/=+\-@]|\{env\})*$/u.test(text) ? null : 'Letters, digits, spaces and _.:/=+-@ only'
            }
            onCommit={(text) => setTag(key, text)}
          />
          <IconButton
            label={`Remove the tag ${key}`}
            icon={<Trash2 aria-hidden size={14} />}
            onClick={() => setTag(key, null)}
          />
        </div>
      ))}
      <TextField
        key={Object.keys(tags).length}
        label="Add a tag"
        value=""
        placeholder="its key, such as Owner"
        maxLength={128}
        problem={(text) =>
          text === '' || /^(?!aws:|hopwise:|__|Name$)[\p{L}\p{N} _.:/=+\-@]{1,128}$/iu.test(text)
            ? null
            : 'Letters, digits, spaces and _.:/=+-@; neither aws: nor hopwise: in front, nor Name'
        }
        onCommit={(key) => (key === '' || Object.hasOwn(tags, key) ? undefined : setTag(key, ''))}
      />
    </div>
  )
}
