def load(): raise NotImplementedError
