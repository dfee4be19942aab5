export const floor = async () => ({counts:{},findings:[]});
