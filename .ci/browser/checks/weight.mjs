export const weight = async () => ({counts:{},findings:[]});
