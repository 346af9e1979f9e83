//! What a demonstration says where no person does, in the language of each invented government.

use vocabulary::Lang;

/// The words of one language.
pub(super) struct Spoken {
    /// Who has signed.
    pub signer: &'static str,
    /// The function of who has signed.
    pub mayor: &'static str,
    /// The function of the officer.
    pub officer: &'static str,
    /// What the officer is called where a name is needed.
    pub contact: &'static str,
    /// What an assessor says to the city.
    pub comment: &'static str,
}

/// The words of a language.
pub(super) fn spoken(lang: Lang) -> Spoken {
    match lang {
        Lang::En => Spoken {
            signer: "Demonstration",
            mayor: "Mayor (invented)",
            officer: "Officer (invented)",
            contact: "Demonstration officer",
            comment: "Say how many people you want to reach each year. (Invented.)",
        },
        Lang::Fr => Spoken {
            signer: "Démonstration",
            mayor: "Maire (fonction inventée)",
            officer: "Responsable (fonction inventée)",
            contact: "Personne de la démonstration",
            comment: "Dites combien de personnes vous voulez atteindre chaque année. (Inventé.)",
        },
        Lang::Es => Spoken {
            signer: "Demostración",
            mayor: "Alcaldía (cargo inventado)",
            officer: "Responsable (cargo inventado)",
            contact: "Persona de la demostración",
            comment: "Digan a cuántas personas quieren llegar cada año. (Inventado.)",
        },
        Lang::Ar => Spoken {
            signer: "عرض توضيحي",
            mayor: "رئاسة البلدية (منصب مختلَق)",
            officer: "مسؤول (منصب مختلَق)",
            contact: "شخص من العرض التوضيحي",
            comment: "اذكروا عدد الأشخاص الذين تريدون الوصول إليهم كل سنة. (مختلَق.)",
        },
    }
}
