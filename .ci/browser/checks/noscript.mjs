export const noscript = async () => ({counts:{},findings:[]});
