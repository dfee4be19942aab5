export const print = async () => ({counts:{},findings:[]});
