/** How the API of EC2 says that something is on or off. */
export const enabled = (flag: boolean): 'enable' | 'disable' => (flag ? 'enable' : 'disable')
