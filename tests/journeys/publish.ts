export const publish = async (): Promise<void> => undefined;
