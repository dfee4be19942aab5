export const selfTest=()=>({})
