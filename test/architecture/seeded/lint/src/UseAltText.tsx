export const Portrait = () => <img src="/portrait.png" />
