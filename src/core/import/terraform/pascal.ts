import { upperFirst } from '../../base/words.ts'

/** `map_public_ip_on_launch` is `MapPublicIpOnLaunch`. */
export const pascal = (name: string): string => name.split('_').map(upperFirst).join('')
