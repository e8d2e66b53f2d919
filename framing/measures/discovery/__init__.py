from collections import Counter
from framing.measures.discovery.candidates import candidates
from framing.measures.discovery.persons import variants
from framing.measures.discovery.resolve import gather, resolve

def discover(documents):
    arts=[candidates(d) for d in documents]
    known=variants(arts)
    facts=gather(arts,known)
    out=[]
    for d,a,k in zip(documents,arts,known):
        done=resolve(a,k,facts)
        for i,c in enumerate(a):
            if not c.sure: continue
            key,by=done.get(i,(f"label:{c.head}","label"))
            out.append(dict(article_id=d.article_id,start=c.start,end=c.end,text=c.text,actor=key,by=by))
    return out
