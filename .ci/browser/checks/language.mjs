export const language = async () => ({counts:{},findings:[]});
