import { Trash2 } from 'lucide-react'
import { useMemo } from 'react'
import { IconButton } from '../kit/IconButton.tsx'
import { TextField } from '../kit/TextField.tsx'
import { useDesign } from '../kit/useStore.ts'
import { longestNames, MOST_LETTERS } from './longestNames.ts'
import { useDeploy } from './useDeploy.ts'

/** The naming pattern with an example, and the person's own tags. */
export function NamesAndTags() {
  const [deploy, change] = useDeploy()
  const { tags } = deploy
  const constructs = useDesign((state) => state.design.constructs)
  const environment = deploy.environments[0]?.name ?? 'dev'
  const previews = useMemo(
    () => longestNames(Object.values(constructs), deploy.naming, environment),
    [constructs, deploy.naming, environment],
  )
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
        help={'{name}, {id}, {kind} and {env} stand for those.'}
        problem={(text) =>
          !/\{(name|id)\}/.test(text)
            ? 'It has to hold {name} or {id}'
            : /[{}]/.test(text.replace(/\{(env|name|id|kind)\}/g, ''))
              ? 'It may hold {env}, {name}, {id} and {kind} only'
              : null
        }
        onCommit={(naming) => change('Change how things are named', { naming })}
      />
      {previews.length > 0 ? (
        <table aria-label="Names as they come out" className="text-soft text-xs">
          <tbody>
            {previews.map(({ kind, name }) => (
              <tr key={kind}>
                <th scope="row" className="pr-2 text-left align-top font-normal">
                  {kind}
                </th>
                <td className="break-all pr-2 text-strong">{name}</td>
                <td className={`whitespace-nowrap align-top ${name.length > MOST_LETTERS ? 'text-bad' : ''}`}>
                  {name.length} of {MOST_LETTERS}
                  {name.length > MOST_LETTERS ? ', cut' : ''}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
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
