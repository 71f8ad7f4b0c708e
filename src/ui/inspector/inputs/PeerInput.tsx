import { fieldProblem } from '../../../core/model/fields/index.ts'
import { ComboboxField } from '../../kit/Combobox.tsx'
import { useEditing } from '../EditingContext.ts'
import type { InputProps } from '../inputProps.ts'
import { formatPeer, type Peer, usePeerOptions } from './peerOptions.ts'

/** A block, a security group or a prefix list in one field: type a block or pick what is drawn. */
export function PeerInput({ field, value, path, bare }: InputProps<'peer' | 'destination'>) {
  const { commit } = useEditing()
  const options = usePeerOptions(path)
  const present = value as Peer
  const read = (text: string): Peer =>
    options.find((option) => option.value === text)?.peer ??
    (/^(cn\.)?com\.amazonaws\./.test(text) ? { prefixList: text } : { cidr: text })
  return (
    <ComboboxField
      label={field.label}
      labelHidden={bare}
      help={field.help}
      value={formatPeer(present, options)}
      options={options}
      problem={(text) => fieldProblem(field, read(text))}
      onCommit={(text) => commit(path, read(text))}
    />
  )
}
